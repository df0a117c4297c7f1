/** The body of a 500 the sandbox was told to answer. */
export const internalError = JSON.stringify(
  {
    error: { type: "api_error", message: "An unknown error occurred. (The sandbox was told to fail here.)" },
  },
  null,
  2,
);
