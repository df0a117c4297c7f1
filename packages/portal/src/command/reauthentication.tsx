import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useRef,
  useState,
} from "react";

/** Needed rarely, so not part of every first load. */
const Dialog = lazy(async () => ({
  default: (await import("./reauthentication-dialog")).ReauthenticationDialog,
}));

/** Asks who is there; resolves to whether they have proved it. */
export type Prove = () => Promise<boolean>;

const nobodyToAsk: Prove = async () => false;
const ProveContext = createContext<Prove>(nobodyToAsk);

/** How a command that wants a recent proof asks for one. Outside of the pages behind sign-in nobody can be asked. */
export function useReauthentication(): Prove {
  return useContext(ProveContext);
}

/** Lets the commands below ask for the password again. Several that ask at once share one answer. */
export function Reauthentication({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const waiting = useRef<((proved: boolean) => void)[]>([]);
  const prove = useCallback<Prove>(
    () =>
      new Promise((resolve) => {
        waiting.current.push(resolve);
        setOpen(true);
      }),
    [],
  );
  const answer = (proved: boolean) => {
    setOpen(false);
    for (const resolve of waiting.current.splice(0)) resolve(proved);
  };
  return (
    <ProveContext value={prove}>
      {children}
      {open && (
        <Suspense fallback={null}>
          <Dialog onAnswer={answer} />
        </Suspense>
      )}
    </ProveContext>
  );
}
