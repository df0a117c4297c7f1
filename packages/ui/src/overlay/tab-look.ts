/** The row that tabs and tab links stand in; on a phone it scrolls sideways, and fades out at the right
 * edge, where more may follow. The tab itself is `.tab` in the styles. */
export const tabListClasses =
  "tab-row relative -mx-4 flex gap-5 overflow-x-auto border-b pr-10 pl-4 [scrollbar-width:none] sm:mx-0 sm:px-0";
