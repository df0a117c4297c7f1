import { createContext, type ReactNode, useContext, useMemo } from "react";

/** How this reader reads figures and dates: a BCP 47 locale and an IANA time zone. */
export interface Formatting {
  readonly locale: string;
  readonly timeZone: string;
}

const FormattingContext = createContext<Formatting | null>(null);

/** Sets locale and time zone for everything inside; what is left out is the browser's. */
export function FormattingProvider(props: Partial<Formatting> & { children: ReactNode }) {
  const { locale, timeZone, children } = props;
  const value = useMemo(() => {
    const browser = browserFormatting();
    return { locale: locale ?? browser.locale, timeZone: timeZone ?? browser.timeZone };
  }, [locale, timeZone]);
  return <FormattingContext value={value}>{children}</FormattingContext>;
}

/** The reader's locale and time zone, from the nearest FormattingProvider or else the browser. */
export function useFormatting(): Formatting {
  return useContext(FormattingContext) ?? browserFormatting();
}

function browserFormatting(): Formatting {
  return {
    locale: chooseLocale(navigator.languages),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/** The reader's first language that formatting knows. Some systems report tags that are no language tags at all. */
export function chooseLocale(reported: readonly string[]): string {
  return reported.find(isLanguageTag) ?? "en-GB";
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
