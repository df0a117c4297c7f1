import { Banner, Button } from "@evenshare/ui";

export interface HeldChangedProps {
  before: string;
  now: string;
  onLookAgain: () => void;
}

/** The amount changed while a window about it was open. */
export function HeldChanged({ before, now, onLookAgain }: HeldChangedProps) {
  return (
    <div role="alert">
      <Banner
        tone="held"
        title="The held amount has changed"
        action={
          <Button size="small" onClick={onLookAgain}>
            Use {now}
          </Button>
        }
      >
        It was {before} when you opened this; now {now} is held. Nothing was released.
      </Banner>
    </div>
  );
}
