import type { PartnershipKey } from "./agreements";
import type { Calendar } from "./calendar";
import { compareWithProvider } from "./compare-with-provider";
import { letter, notes, table } from "./deliveries";
import { type MilestoneStory, storyOf } from "./milestone-story";
import type { MilestoneKey } from "./milestones";
import { openRevenueStory } from "./revenue-story";
import { setLimit } from "./set-limit";
import { acceptAgreement, onboard, startPartnership } from "./start-partnerships";
import type { Teller } from "./teller";

/**
 * Six weeks of two brands and four producers, in the order of time. Between the days the clock moves, so that reminders,
 * automatic releases, payouts and mails happen by themselves.
 */
export async function tellStory(teller: Teller, calendar: Calendar): Promise<void> {
  const { time } = teller;
  const { daysBefore, minutesBefore } = calendar;

  await time.passUntil(daysBefore(39, "08:30"));
  const ids = await startPartnerships(teller);
  const shelf = openRevenueStory(teller, daysBefore(39, "08:30"));
  await shelf.begin(ids.harvest);
  const about = (key: MilestoneKey) => storyOf(teller, ids, key);
  const autumnBox = about("autumnBox");
  const casting = about("casting");
  await all(agreed(autumnBox), agreed(casting));
  await all(autumnBox.fund(), casting.fund());
  await all(autumnBox.start(), casting.start());

  await time.passUntil(daysBefore(32, "15:10"));
  await all(
    autumnBox.submit({
      note: "All forty boxes went out on Tuesday and Thursday. The delivery notes are attached.",
      files: [
        table("delivery-notes.csv", [
          ["kitchen", "boxes", "temperature"],
          ["Mill", "16", "4.1"],
          ["Borough", "14", "4.6"],
          ["Peckham", "10", "5.2"],
        ]),
      ],
    }),
    casting.submit({
      note: "Six people, six places. Window five has a second choice in case of rain.",
      files: [
        letter("permits.pdf", "Permits for all six locations"),
        notes("casting.md", "# Casting\n\n1. Noor\n2. Piet\n"),
      ],
    }),
  );

  await time.passUntil(daysBefore(30, "09:40"));
  await autumnBox.accept(180_000n);

  const labels = about("labels");
  const episode3 = about("episode3");
  const decemberBox = about("decemberBox");
  await time.passUntil(daysBefore(26, "10:00"));
  await all(agreed(labels), agreed(episode3), agreed(decemberBox));
  await all(labels.fund(), episode3.fund(), decemberBox.fund());
  await all(labels.start(), episode3.start(), decemberBox.start());

  // The review of the casting ends on the way here: the clock releases it, and Harbour Films is paid.
  const episode4 = about("episode4");
  const plates = about("plates");
  const storyboard = about("storyboard");
  await time.passUntil(daysBefore(20, "11:20"));
  await all(agreed(episode4), agreed(plates), agreed(storyboard, "producer"));
  await all(episode4.fund(), plates.fund(), storyboard.fund());
  await all(episode4.start(), plates.start(), storyboard.start());

  const teaser = about("teaser");
  const episode5 = about("episode5");
  await time.passUntil(daysBefore(15, "16:00"));
  await all(agreed(episode5, "producer"), agreed(teaser));
  await all(episode5.fund(), teaser.debit("isReturned"));
  await episode5.start();

  await time.passUntil(calendar.reviewEndingAfter(5, 14));
  await decemberBox.submit({
    note: "Four deliveries done, the last one this morning. The diary is printed and in the boxes.",
    files: [
      notes("growing-diary.md", "# December on the farm\n\nFrost on the third. Cabbages sweeter for it.\n"),
    ],
    links: ["https://wiesenfarm.example/diary"],
  });

  await time.passUntil(daysBefore(12, "17:30"));
  await all(
    episode4.submit({
      note: "A first whole version. The sponsor line is still to be recorded.",
      links: ["https://studioada.example/cuts/salt-v1"],
      unmet: { 4: "Recorded on Thursday." },
    }),
    episode3.submit({
      note: "Mixed and mastered. Twenty-nine minutes and forty seconds.",
      links: ["https://studioada.example/cuts/long-table-final"],
      files: [notes("transcript.md", "# The long table\n\n**Ada:** How do you feed a hundred people?\n")],
    }),
  );

  await time.passUntil(daysBefore(10, "10:15"));
  // A part of the teaser is released; two days later the bank returns the debit that paid for it.
  await teaser.start();
  await teaser.releasePart(20_000n, 90_000n);
  await all(
    episode4.askForChanges("Very close. The Maldon part is what people will remember: give it room.", {
      1: "43 minutes now.",
      4: "Missing, and promised to the sponsor.",
    }),
    storyboard.submit({
      note: "Six boards. We like the third best.",
      files: [letter("storyboard.pdf", "Storyboard, six windows")],
    }),
    plates.submit({
      note: "A hundred and four came out of the kiln, a hundred and one are perfect.",
      files: [
        letter("dishwasher-report.pdf", "500 cycles, no loss of glaze"),
        notes("care.md", "Stack dry.\n"),
      ],
    }),
  );

  const springGreens = about("springGreens");
  const bowls = about("bowls");
  await time.passUntil(daysBefore(8, "14:20"));
  await all(
    storyboard.askForChanges("Boards four and six rely on the voice.", {
      2: "Four and six need a picture for it.",
    }),
    episode5.releasePart(50_000n, 250_000n),
    agreed(springGreens),
    agreed(bowls),
  );
  await all(springGreens.fund(), bowls.fund(30_000n));
  await springGreens.start();

  await time.passUntil(daysBefore(6, "09:05"));
  await all(
    episode4.submit({
      note: "39 minutes, Maldon longer, the north shorter. The sponsor line is at 3:40.",
      links: ["https://studioada.example/cuts/salt-v2"],
    }),
    plates.accept(150_000n),
  );

  const windowTwo = about("windowTwo");
  const marchBox = about("marchBox");
  await time.passUntil(daysBefore(5, "13:00"));
  await all(
    labels.submit({
      note: "Print-ready, with the proof that the head chef signed.",
      files: [letter("proof.pdf", "Signed proof, twelve cards")],
    }),
    agreed(windowTwo),
    agreed(marchBox),
  );
  await windowTwo.fund();
  await windowTwo.start();

  const windowOne = about("windowOne");
  const openingFilm = about("openingFilm");
  await time.passUntil(daysBefore(3, "10:45"));
  await all(agreed(windowOne), agreed(openingFilm));
  await all(windowOne.fund(), openingFilm.debit("neverAnswers"), shelf.goOn());

  await time.passUntil(daysBefore(1, "15:30"));
  await springGreens.submit({
    note: "Four shops were full at a quarter to nine. Photographs and price cards attached.",
    files: [letter("price-cards.pdf", "Price cards, German and English")],
  });
  const episode6 = about("episode6");
  await all(
    episode6.draft("producer").then(episode6.propose),
    about("trailer").draft("producer"),
    about("tastings").draft("brand"),
    about("mugs").draft("brand"),
  );

  await time.passUntil(minutesBefore(40));
  await labels.accept(64_000n);
  // From here on one person of Gasthaus Group decides alone up to £2,000.00: what Owen asks for waits for Maggie.
  await setLimit(teller, "gasthaus", "GBP", 200_000n);
  await episode3.accept(220_000n, "owen");
  await time.passUntil(calendar.end);
  await compareWithProvider(teller, "gasthaus", "edda");
}

async function startPartnerships(teller: Teller): Promise<Record<PartnershipKey, string>> {
  await Promise.all([onboard(teller, "wiesen"), onboard(teller, "ada"), onboard(teller, "harbour")]);
  const [harvest, podcast, tableware, windows, shelf, exported, gifts] = await Promise.all([
    startPartnership(teller, "harvest"),
    startPartnership(teller, "podcast"),
    startPartnership(teller, "tableware"),
    startPartnership(teller, "windows"),
    startPartnership(teller, "shelf"),
    startPartnership(teller, "export"),
    startPartnership(teller, "gifts"),
  ]);
  // Kiln & Clay has not answered the proposal of the gift range yet.
  await Promise.all([
    acceptAgreement(teller, "harvest", harvest),
    acceptAgreement(teller, "podcast", podcast),
    acceptAgreement(teller, "tableware", tableware),
    acceptAgreement(teller, "windows", windows),
    acceptAgreement(teller, "shelf", shelf),
    acceptAgreement(teller, "export", exported),
  ]);
  return { harvest, podcast, tableware, windows, shelf, export: exported, gifts };
}

async function agreed(milestone: MilestoneStory, side: "brand" | "producer" = "brand"): Promise<void> {
  await milestone.draft(side);
  await milestone.propose();
  await milestone.agree();
}

const all = (...told: readonly Promise<void>[]) => Promise.all(told);
