import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type Failure, readFailure } from "../api/failure";
import { useReauthentication } from "./reauthentication";

export interface Command<Input, Output> {
  /** Sends once; clicks while an answer is awaited do nothing. Resolves to undefined when refused or ignored. */
  readonly run: (withKey: (commandKey: string) => Input) => Promise<Output | undefined>;
  readonly pending: boolean;
  readonly failure: Failure | null;
  readonly clearFailure: () => void;
}

/**
 * A change that must happen at most once. One key belongs to one intention: it is kept when the answer was lost, so
 * that sending again cannot do it twice, and renewed once the server has certainly done it or certainly refused.
 * Afterwards everything on screen is read again; nothing is shown before the server has said so. Where the server wants
 * to know again who this is, the person is asked, and the same is sent once more under the same key.
 */
export function useCommand<Input, Output>(send: (input: Input) => Promise<Output>): Command<Input, Output> {
  const queries = useQueryClient();
  const key = useRef<string | null>(null);
  const running = useRef(false);
  const prove = useReauthentication();
  const mounted = useMounted();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const sendOrProve = async (input: Input): Promise<Output> => {
    try {
      return await send(input);
    } catch (error) {
      if (readFailure(error).code !== "session.reauthentication_required" || !(await prove())) throw error;
      return send(input);
    }
  };

  const run = async (withKey: (commandKey: string) => Input) => {
    if (running.current) return undefined;
    running.current = true;
    key.current ??= crypto.randomUUID();
    setPending(true);
    setFailure(null);
    try {
      const output = await sendOrProve(withKey(key.current));
      key.current = null;
      return output;
    } catch (error) {
      const read = readFailure(error);
      if (read.definitive) key.current = null;
      if (mounted.current) setFailure(read);
      return undefined;
    } finally {
      running.current = false;
      if (mounted.current) setPending(false);
      // Done or refused: either way what is on screen may not be how things stand.
      void queries.invalidateQueries();
    }
  };
  return { run, pending, failure, clearFailure: () => setFailure(null) };
}

function useMounted() {
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  return mounted;
}
