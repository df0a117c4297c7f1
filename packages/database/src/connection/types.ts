import pg from "pg";

const int8 = 20;

/** `bigint` columns arrive as bigint, never as number or text: they are money or counters. */
export const readBigintsAsBigint: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === int8 && format !== "binary") return BigInt;
    return pg.types.getTypeParser(oid, format);
  },
};
