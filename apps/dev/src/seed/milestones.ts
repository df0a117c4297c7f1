import type { PartnershipKey } from "./agreements";

export interface CastMilestone {
  readonly partnership: PartnershipKey;
  readonly title: string;
  readonly description: string;
  /** Minor units of the agreement's currency. */
  readonly amount: bigint;
  readonly criteria: readonly string[];
  /** Counted from the day on which it is drafted; null: no date was agreed. */
  readonly dueInDays: number | null;
}

/** What the milestones of the demo promise. */
export const milestones = {
  autumnBox: {
    partnership: "harvest",
    title: "Autumn box, first delivery",
    description: "Forty boxes for the three London kitchens, packed on the farm and delivered cold.",
    dueInDays: 8,
    amount: 180_000n,
    criteria: [
      "Forty boxes delivered by 8:00",
      "Delivery notes per kitchen",
      "Nothing above 6 °C on arrival",
    ],
  },
  labels: {
    partnership: "harvest",
    title: "Recipe cards and labels",
    description: "Twelve cards, one per vegetable, and labels for the shop that match them.",
    dueInDays: 24,
    amount: 64_000n,
    criteria: ["Twelve cards, print-ready", "Allergens on every label", "Proof signed by the head chef"],
  },
  decemberBox: {
    partnership: "harvest",
    title: "Harvest box, December",
    description: "Roots, cabbages and the first stored apples, for sixty covers a week.",
    dueInDays: 13,
    amount: 240_000n,
    criteria: ["Sixty boxes in four deliveries", "Growing diary for guests", "Apples from our own store"],
  },
  marchBox: {
    partnership: "harvest",
    title: "Harvest box, March",
    description: "The lean month: what the store still holds, and the first greens from under glass.",
    dueInDays: 110,
    amount: 120_000n,
    criteria: ["Thirty boxes", "At least five kinds in each"],
  },
  episode3: {
    partnership: "podcast",
    title: "Episode 3, final mix",
    description: "“The long table”: three cooks on feeding a hundred people at once.",
    dueInDays: 14,
    amount: 220_000n,
    criteria: ["28 to 32 minutes", "Loudness at −16 LUFS", "Transcript", "Credits as agreed"],
  },
  episode4: {
    partnership: "podcast",
    title: "Episode 4, rough cut",
    description: "“Salt”: from the pans of Maldon to the pass. A first whole version, music still missing.",
    dueInDays: 9,
    amount: 250_000n,
    criteria: [
      "All four interviews in the cut",
      "No longer than 40 minutes",
      "Narration recorded, not read out by a machine",
      "Sources named in the notes",
      "Sponsor line in the first five minutes",
    ],
  },
  episode5: {
    partnership: "podcast",
    title: "Episode 5, recording",
    description: "“Bread”: two days of recording in Leeds and one at the mill.",
    dueInDays: 21,
    amount: 250_000n,
    criteria: [
      "Six hours of usable tape",
      "Release forms of everybody who speaks",
      "Room tone of each place",
    ],
  },
  episode6: {
    partnership: "podcast",
    title: "Episode 6, script",
    description: "“Leftovers”: the last episode of the season.",
    dueInDays: 20,
    amount: 90_000n,
    criteria: ["About 4,000 words", "A part for the live audience"],
  },
  trailer: {
    partnership: "podcast",
    title: "Trailer for season two",
    description: "Ninety seconds, for the feed and for the tills.",
    dueInDays: null,
    amount: 60_000n,
    criteria: ["Ninety seconds at most", "A version without the spoken address"],
  },
  plates: {
    partnership: "tableware",
    title: "Dinner plates, first firing",
    description: "A hundred plates in ash glaze, 27 cm, fit for the dishwasher of a busy kitchen.",
    dueInDays: 12,
    amount: 150_000n,
    criteria: [
      "A hundred plates without cracks",
      "500 dishwasher cycles, report attached",
      "Stack evenly to twenty",
    ],
  },
  bowls: {
    partnership: "tableware",
    title: "Serving bowls, glaze samples",
    description: "Five glazes on the bowl shape we chose in September.",
    dueInDays: 15,
    amount: 50_000n,
    criteria: ["Five glazes, three bowls each", "Food-safety certificate of each glaze"],
  },
  casting: {
    partnership: "windows",
    title: "Casting and locations",
    description: "Who stands in the six windows, and where each is filmed.",
    dueInDays: 8,
    amount: 320_000n,
    criteria: ["Six people under contract", "Permits for all locations", "Plan B for rain"],
  },
  storyboard: {
    partnership: "windows",
    title: "Storyboard, six windows",
    description: "Each window in eight frames, with the product of the week in at least one of them.",
    dueInDays: 14,
    amount: 175_000n,
    criteria: ["Six boards of eight frames", "Product of the week in each", "Works without sound"],
  },
  windowOne: {
    partnership: "windows",
    title: "Window one, shoot",
    description: "The rain window: two days in the studio, one on the roof.",
    dueInDays: 25,
    amount: 480_000n,
    criteria: ["20 seconds, loopable", "Portrait 9:16 in 4K", "Graded as in the board"],
  },
  windowTwo: {
    partnership: "windows",
    title: "Window two, shoot",
    description: "The market window, filmed at five in the morning.",
    dueInDays: 18,
    amount: 480_000n,
    criteria: ["20 seconds, loopable", "Portrait 9:16 in 4K", "Graded as in the board"],
  },
  teaser: {
    partnership: "export",
    title: "Teaser for the opening",
    description: "Thirty seconds for the hoarding and for the feed.",
    dueInDays: 20,
    amount: 90_000n,
    criteria: ["30 seconds", "Subtitles in English and Spanish"],
  },
  openingFilm: {
    partnership: "export",
    title: "Film of the opening night",
    description: "Three minutes, cut within two days of the night.",
    dueInDays: 40,
    amount: 150_000n,
    criteria: ["Three minutes", "Delivered within 48 hours"],
  },
  springGreens: {
    partnership: "shelf",
    title: "Shelf launch, spring greens",
    description: "First filling of the shelf in four shops, with somebody from the farm there on the day.",
    dueInDays: 8,
    amount: 200_000n,
    criteria: [
      "Four shops filled by 9:00",
      "Price cards in both languages",
      "One person per shop until noon",
    ],
  },
  tastings: {
    partnership: "shelf",
    title: "Tasting days in May",
    description: "Two Saturdays of asparagus and rhubarb.",
    dueInDays: null,
    amount: 95_000n,
    criteria: ["Two Saturdays, 10:00 to 16:00"],
  },
  mugs: {
    partnership: "gifts",
    title: "Gift box, two mugs",
    description: "A box that survives the post.",
    dueInDays: 30,
    amount: 130_000n,
    criteria: ["Fifty boxes", "Drop test from one metre"],
  },
} as const satisfies Record<string, CastMilestone>;

export type MilestoneKey = keyof typeof milestones;
