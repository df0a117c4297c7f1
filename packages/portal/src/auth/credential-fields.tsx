import { Field, type FieldProps, TextInput } from "@evenshare/ui";

interface CredentialFieldProps extends Pick<FieldProps, "id" | "error"> {
  value: string;
  onChange: (value: string) => void;
}

/** How the person is called, for a new account. */
export function NameField({ value, onChange, ...field }: CredentialFieldProps) {
  return (
    <Field label="Your name" hint="As the other side will read it." required {...field}>
      <TextInput
        name="name"
        autoComplete="name"
        maxLength={120}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

/** The address one signs in with. */
export function EmailField({ value, onChange, ...field }: CredentialFieldProps) {
  return (
    <Field label="E-mail address" required {...field}>
      <TextInput
        type="email"
        name="email"
        autoComplete="username"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

interface NewPasswordFieldProps extends CredentialFieldProps {
  /** "New password" where there is one already, which password managers tell apart by the name of the control. */
  label?: "Password" | "New password";
}

/** A password that is chosen, which a password manager may make up. */
export function NewPasswordField({ label = "Password", value, onChange, ...field }: NewPasswordFieldProps) {
  return (
    <Field label={label} hint="At least 10 characters." required {...field}>
      <TextInput
        type="password"
        name={label === "Password" ? "password" : "new-password"}
        autoComplete="new-password"
        minLength={10}
        maxLength={128}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
