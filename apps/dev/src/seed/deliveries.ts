/** A file to hand in with a submission. */
export interface Delivery {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** Notes as a Markdown file. */
export function notes(name: string, text: string): Delivery {
  return { name, contentType: "text/markdown", content: new TextEncoder().encode(text) };
}

/** A table as a CSV file. */
export function table(name: string, rows: readonly (readonly string[])[]): Delivery {
  const text = rows.map((row) => `${row.join(",")}\n`).join("");
  return { name, contentType: "text/csv", content: new TextEncoder().encode(text) };
}

/** A PDF of one page with one line of text, which needs no brackets. */
export function letter(name: string, line: string): Delivery {
  const text = `BT /F1 16 Tf 72 760 Td (${line}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return { name, contentType: "application/pdf", content: new TextEncoder().encode(body + end) };
}
