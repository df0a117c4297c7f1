import { createContext, useContext } from "react";

/** What a field tells the control inside it, so that label, hint and error are wired without repeating ids. */
export interface FieldWiring {
  readonly controlId: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
}

export const FieldContext = createContext<FieldWiring | null>(null);

interface OwnAttributes {
  id?: string | undefined;
  required?: boolean | undefined;
  "aria-describedby"?: string | undefined;
}

/** The attributes a control takes from the field around it; the control's own come first. */
export function useFieldAttributes(own: OwnAttributes) {
  const field = useContext(FieldContext);
  return {
    id: own.id ?? field?.controlId,
    required: own.required ?? (field?.required || undefined),
    "aria-describedby": own["aria-describedby"] ?? field?.describedBy,
    "aria-invalid": field?.invalid || undefined,
  };
}
