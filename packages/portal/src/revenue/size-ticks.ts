const units = ["bytes", "KB", "MB", "GB"] as const;

/** Two sizes in the unit of the larger one, to be counted against each other: 1.2 of 4.8 MB. */
export function sizeTicks(bytesDone: number, bytesTotal: number) {
  const step = bytesTotal < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytesTotal) / 3));
  const scale = (bytes: number) => Math.round((bytes / 1000 ** step) * 10) / 10;
  return {
    done: scale(Math.min(bytesDone, bytesTotal)),
    total: scale(bytesTotal),
    unit: units[step] ?? "bytes",
  };
}
