/** Names that people with bad intentions enter, and some that merely have an unusual one. */
const fragments = [
  "<img src=http://evil.test/x onerror=alert(1)>",
  "</td></tr></table><h1>Paid</h1>",
  "</style><script>alert(1)</script>",
  "<!-- ",
  "--> ]]>",
  "{{7*7}} $\u007bprocess.env.SECRET} <%= 1 %>",
  "&lt;b&gt; &amp;amp; &#x202e;",
  "\"quoted\" 'single' `tick`",
  "\r\nBcc: everyone@evil.test",
  "\nSubject: You won\n\n<b>new body</b>",
  "\r\n.\r\nMAIL FROM:<evil@evil.test>\r\n",
  "\r\n\r\n--boundary\r\nContent-Type: text/html\r\n\r\n",
  "\n-- \nOpen the milestone:\nhttp://evil.test/",
  "\u202egnp.exe\u202c",
  "\u2066\u2067\u2068 no end",
  "\u200f\u200e\u061c marks",
  "\u0000\u0007\u001b[31mred",
  "zero\u200bwidth\ufeffspaces\u2060",
  "\u2028line\u2029paragraph",
  "שם עם 123",
  "استوديو آدا",
  "=?utf-8?B?QmNjOiBhQGIuYw==?=",
  "a@b.test, c@d.test; <e@f.test>",
  "file:///etc/passwd http://169.254.169.254/latest",
  "👩‍🌾🏴󠁧󠁢󠁳󠁣󠁴󠁿",
  "Z\u0337\u0322\u0351a\u0337\u0322lgo",
  "\ud83d lone surrogate",
  "[U+0041] ↵ looks escaped already",
  "'; DROP TABLE mails; --",
  '=HYPERLINK("http://evil.test")',
];

/** `count` names, each of one to three fragments in a fixed order of chance; every tenth has 10,000 characters. */
export function hostileNames(count: number, seed = 20_261): readonly string[] {
  const next = random(seed);
  const pick = () => fragments[next() % fragments.length] ?? "";
  return Array.from({ length: count }, (_unused, index) => {
    // Each fragment is met by itself first.
    const name =
      index < fragments.length
        ? (fragments[index] ?? "")
        : Array.from({ length: 1 + (next() % 3) }, pick).join(" ");
    return index % 10 === 9 ? name.repeat(Math.ceil(10_000 / name.length)).slice(0, 10_000) : name;
  });
}

/** A small generator of 32-bit numbers, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
