import { type Role, roles } from "@evenshare/domain";
import { RadioGroup } from "@evenshare/ui";
import { roleWords } from "./role-words";

export interface RoleFieldProps {
  role: Role;
  onChange: (role: Role) => void;
}

/** One role, each said in what it may do. */
export function RoleField({ role, onChange }: RoleFieldProps) {
  return (
    <RadioGroup
      label="Role"
      name="role"
      value={role}
      onChange={(value) => {
        const chosen = roles.find((known) => known === value);
        if (chosen !== undefined) onChange(chosen);
      }}
      options={roles.map((value) => ({ value, label: roleWords[value].name, hint: roleWords[value].may }))}
    />
  );
}
