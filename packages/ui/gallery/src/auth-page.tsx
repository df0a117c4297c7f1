import { AuthLayout, Button, Field, ShareBar, TextInput, TextLink } from "../../src";

export function AuthPage({ portal }: { portal: string }) {
  return (
    <AuthLayout
      portal={portal}
      title="Sign in"
      subtitle="To fund, review and release."
      below={
        <>
          New here? <TextLink href="#sign-up">Create an account</TextLink>
        </>
      }
      aside={
        <>
          <p className="mb-6 text-section font-semibold">Both sides see the same figures.</p>
          <ShareBar
            label="A milestone"
            currency="GBP"
            segments={[
              { id: "r", label: "Released", amount: 50000n, tone: "released" },
              { id: "h", label: "Held", amount: 200000n, tone: "held" },
            ]}
          />
        </>
      }
    >
      <form className="flex flex-col gap-5">
        <Field label="E-mail" required>
          <TextInput type="email" autoComplete="username" />
        </Field>
        <Field label="Password" required>
          <TextInput type="password" autoComplete="current-password" />
        </Field>
        <Button variant="primary" wide>
          Sign in
        </Button>
      </form>
    </AuthLayout>
  );
}
