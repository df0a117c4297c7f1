import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import { type Toast, ToastCard } from "./toast-card";

export type ToastInput = Omit<Toast, "id">;

interface Toasts {
  /** Shows a message; the id can be used to take it away. */
  readonly notify: (toast: ToastInput) => number;
  readonly dismiss: (id: number) => void;
}

const ToastContext = createContext<Toasts | null>(null);

/** The toasts of the provider around. @throws Error outside of a ToastProvider. */
export function useToast(): Toasts {
  const toasts = useContext(ToastContext);
  if (toasts === null) throw new Error("useToast needs a ToastProvider around it");
  return toasts;
}

/** Holds the region where toasts appear: bottom right, on phones above the bottom bar. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly Toast[]>([]);
  const counter = useRef(0);
  const dismiss = useCallback((id: number) => setShown((now) => now.filter((toast) => toast.id !== id)), []);
  const notify = useCallback((toast: ToastInput) => {
    counter.current += 1;
    const id = counter.current;
    setShown((now) => [...now.slice(-2), { ...toast, id }]);
    return id;
  }, []);
  const toasts = useMemo(() => ({ notify, dismiss }), [notify, dismiss]);
  return (
    <ToastContext value={toasts}>
      {children}
      <section
        aria-label="Notifications"
        aria-live="polite"
        className="pointer-events-none fixed inset-x-3 bottom-20 z-50 flex flex-col items-end gap-2 lg:bottom-4"
      >
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onDismiss={dismiss} />
        ))}
      </section>
    </ToastContext>
  );
}
