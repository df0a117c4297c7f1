import { Button, Field, IconButton, Select, TextInput } from "@evenshare/ui";
import { Plus, Trash2 } from "lucide-react";
import { ColumnField } from "./column-field";
import type { SkipDraft } from "./mapping-draft";
import type { MappingPartProps } from "./mapping-form";

const mostRules = 20;

/** Rows that are neither sales nor returns. */
export function SkipFields({ draft, onChange, header, form }: MappingPartProps) {
  const { skip } = draft;
  const change = (key: number, to: Partial<SkipDraft>) =>
    onChange({ skip: skip.map((rule) => (rule.key === key ? { ...rule, ...to } : rule)) });
  const add = () => {
    const key = Math.max(-1, ...skip.map((rule) => rule.key)) + 1;
    onChange({ skip: [...skip, { key, column: "", test: "equals", value: "" }] });
  };
  return (
    <fieldset>
      <legend className="text-dense font-medium">Rows to leave out</legend>
      <p className="max-w-reading text-small text-muted">
        Rows that are no sales and no returns: fees, samples, corrections of the shop’s own books. A row is
        left out when any of these fits.
      </p>
      <ol className="mt-3 flex flex-col gap-4">
        {skip.map(({ key, column, test, value }, index) => (
          <li
            key={key}
            className="grid items-start gap-x-3 gap-y-2 border-t pt-4 sm:grid-cols-[1fr_auto_1fr_auto]"
          >
            <ColumnField
              label={`Rule ${index + 1}: where column`}
              path={`skip.${index}.column`}
              value={column}
              onChange={(chosen) => change(key, { column: chosen })}
              header={header}
              form={form}
            />
            <Field label={`Rule ${index + 1}: is or begins with`}>
              <Select
                value={test}
                options={[
                  { value: "equals", label: "is" },
                  { value: "begins_with", label: "begins with" },
                ]}
                onChange={({ target }) =>
                  change(key, { test: target.value === "begins_with" ? "begins_with" : "equals" })
                }
              />
            </Field>
            <Field label={`Rule ${index + 1}: this text`}>
              <TextInput
                maxLength={200}
                value={value}
                onChange={(event) => change(key, { value: event.target.value })}
              />
            </Field>
            <div className="sm:pt-6.5">
              <IconButton
                icon={Trash2}
                label={`Remove rule ${index + 1}`}
                onClick={() => onChange({ skip: skip.filter((rule) => rule.key !== key) })}
              />
            </div>
          </li>
        ))}
      </ol>
      <div className="mt-3">
        <Button size="small" icon={Plus} disabled={skip.length >= mostRules} onClick={add}>
          Add a rule
        </Button>
      </div>
    </fieldset>
  );
}
