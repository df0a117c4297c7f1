import type { ReactNode } from "react";
import { AmountFields } from "./amount-fields";
import { FileFields } from "./file-fields";
import { IdentityFields } from "./identity-fields";
import type { MappingPartProps } from "./mapping-form";
import { ReturnFields } from "./return-fields";
import { SkipFields } from "./skip-fields";

/** Every field of a mapping, in the order in which somebody who looks at the file would answer. */
export function MappingFields(props: MappingPartProps) {
  return (
    <div className="divide-y border-y">
      <Part title="The file and its dates">
        <FileFields {...props} />
      </Part>
      <Part title="What was sold">
        <IdentityFields {...props} />
      </Part>
      <Part title="For how much">
        <AmountFields {...props} />
      </Part>
      <Part title="What came back">
        <ReturnFields {...props} />
      </Part>
      <Part title="What is neither">
        <SkipFields {...props} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="py-6">
      <h3 className="mb-4 font-semibold">{title}</h3>
      {children}
    </div>
  );
}
