/** The only source of time outside the domain. In development it is shared with the payment sandbox. */
export interface Clock {
  now(): Date;
}
