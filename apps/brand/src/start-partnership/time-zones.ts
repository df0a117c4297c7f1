/** Every time zone there is, as choices; the reader's own is always among them. */
export function timeZoneOptions(own: string) {
  return [...new Set([own, ...Intl.supportedValuesOf("timeZone"), "UTC"])]
    .sort()
    .map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
