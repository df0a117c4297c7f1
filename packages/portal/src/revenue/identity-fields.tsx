import { Button, Checkbox } from "@evenshare/ui";
import { ColumnField } from "./column-field";
import type { MappingPartProps } from "./mapping-form";

const mostColumns = 4;

/** What was sold, and what tells one line from all others, so that no sale is counted twice. */
export function IdentityFields({ draft, onChange, header, form }: MappingPartProps) {
  const { idColumns } = draft;
  const optional = { none: "Not in this file", header, form };
  return (
    <div className="flex flex-col gap-5">
      <fieldset>
        <legend className="text-dense font-medium">Id of a line</legend>
        <p className="mb-2 max-w-reading text-small text-muted">
          What no other line of the same source has, so that a line that comes again is not counted twice.
          Where no single column is enough, several make the id together: invoice and item, for example.
        </p>
        <div className="grid items-start gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          {idColumns.map((value, index) => (
            <ColumnField
              // The parts are told apart by nothing but where they stand.
              key={index}
              label={index === 0 ? "Column" : `and column ${index + 1}`}
              path={`eventId.columns.${index}`}
              value={value}
              onChange={(column) =>
                onChange({ idColumns: idColumns.map((old, at) => (at === index ? column : old)) })
              }
              header={header}
              form={form}
            />
          ))}
        </div>
        <div className="mt-3 flex flex-wrap gap-2">
          {idColumns.length < mostColumns && (
            <Button size="small" onClick={() => onChange({ idColumns: [...idColumns, ""] })}>
              Add a column to the id
            </Button>
          )}
          {idColumns.length > 1 && (
            <Button
              size="small"
              variant="quiet"
              onClick={() => onChange({ idColumns: idColumns.slice(0, -1) })}
            >
              Remove the last
            </Button>
          )}
        </div>
        <div className="mt-3">
          <Checkbox
            label="Number ids that come twice in the file"
            hint="For files in which an invoice may hold an item twice: the first stays, the next become …-2, …-3. Import such a file whole, and in its own order."
            checked={draft.numberRepeats}
            onChange={(event) => onChange({ numberRepeats: event.target.checked })}
          />
        </div>
      </fieldset>
      <div className="grid items-start gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
        <ColumnField
          label="Item"
          path="item"
          value={draft.item}
          onChange={(item) => onChange({ item })}
          header={header}
          form={form}
        />
        <ColumnField
          label="Description"
          path="description"
          value={draft.description}
          onChange={(description) => onChange({ description })}
          {...optional}
        />
        <ColumnField
          label="Quantity"
          path="quantity"
          value={draft.quantity}
          onChange={(quantity) => onChange({ quantity })}
          {...optional}
        />
      </div>
    </div>
  );
}
