import { useState } from "react";
import {
  Button,
  Checkbox,
  type DroppedFile,
  Field,
  FileDrop,
  FormErrorSummary,
  MoneyField,
  PageHeader,
  RadioGroup,
  Section,
  Select,
  TextArea,
  TextInput,
} from "../../src";

/** Every control, in rest and in error. */
export function FormsPage() {
  const [amount, setAmount] = useState("2,500.00");
  const [wrong, setWrong] = useState("12.345");
  const [remainder, setRemainder] = useState("stays");
  return (
    <>
      <PageHeader title="Propose a milestone" subtitle="Nothing is charged until both of you have agreed." />
      <div className="max-w-xl">
        <FormErrorSummary
          title="The milestone was not saved."
          problems={[
            { controlId: "title", message: "Give the milestone a title." },
            { controlId: "amount", message: "GBP has 2 decimals. Enter no more than that." },
          ]}
        />
        <form className="mt-6 flex flex-col gap-6">
          <Field id="title" label="Title" required error="Give the milestone a title.">
            <TextInput placeholder="Episode 4, rough cut" />
          </Field>
          <div className="grid gap-6 sm:grid-cols-2">
            <MoneyField
              label="Amount"
              hint="What Studio Ada earns."
              currency="GBP"
              value={amount}
              onChange={setAmount}
            />
            <MoneyField
              id="amount"
              label="Amount, written wrong"
              hint="As read aloud."
              showProblem
              currency="GBP"
              value={wrong}
              onChange={setWrong}
            />
          </div>
          <Field label="What is to be done" optional hint="Both of you will read this again.">
            <TextArea defaultValue="A rough cut of episode 4 with captions." />
          </Field>
          <Field label="Currency">
            <Select
              placeholder="Choose one"
              defaultValue=""
              options={[
                { value: "GBP", label: "British pound" },
                { value: "JPY", label: "Japanese yen" },
              ]}
            />
          </Field>
          <RadioGroup
            label="What happens to the rest"
            name="remainder"
            value={remainder}
            onChange={setRemainder}
            options={[
              { value: "stays", label: "It stays held", hint: "You can release it later." },
              { value: "rolls", label: "It moves to the next milestone" },
              {
                value: "returns",
                label: "Ask for it back",
                hint: "Studio Ada has 7 days to answer.",
                disabled: true,
              },
            ]}
          />
          <Checkbox label="Remind me a day before" hint="By mail." defaultChecked />
          <FileDrop
            label="Files"
            hint="Up to 25 MB each."
            files={files}
            onAdd={() => undefined}
            onRemove={() => undefined}
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="primary">Propose</Button>
            <Button>Save as draft</Button>
            <Button variant="quiet">Cancel</Button>
            <Button variant="danger">Delete draft</Button>
            <Button variant="primary" pending>
              Propose
            </Button>
            <Button disabled>Not allowed</Button>
          </div>
        </form>
        <Section title="Small">
          <div className="flex flex-wrap gap-3">
            <Button variant="primary" size="small">
              Release
            </Button>
            <Button size="small">Review</Button>
            <Button size="small" variant="quiet">
              Skip
            </Button>
          </div>
        </Section>
      </div>
    </>
  );
}

const files: readonly DroppedFile[] = [
  { id: "1", name: "episode-4-rough-cut-v2.mp4", size: 18_400_000, state: "done" },
  { id: "2", name: "captions-de.srt", size: 48_210, state: "uploading", progress: 0.4 },
  {
    id: "3",
    name: "a-very-long-name-that-never-seems-to-end-and-goes-on-and-on.wav",
    size: 31_000_000,
    state: "failed",
    error: "Larger than 25 MB. Nothing was sent; make it smaller and choose it again.",
  },
];
