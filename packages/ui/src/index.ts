export { Button, ButtonLink, type ButtonLinkProps, type ButtonProps } from "./actions/button";
export { IconButton, type IconButtonProps } from "./actions/icon-button";
export { classNames } from "./class-names";
export type { CalendarEntry } from "./data/calendar-days";
export { CalendarStrip, type CalendarStripProps } from "./data/calendar-strip";
export type { Column, SortState } from "./data/column";
export { DataTable, type DataTableProps } from "./data/data-table";
export { type Description, DescriptionList } from "./data/description-list";
export { Progress, type ProgressProps } from "./data/progress";
export { Stat, type StatProps, StatRow } from "./data/stat";
export { type Formatting, FormattingProvider, useFormatting } from "./format/formatting-context";
export { Checkbox, type CheckboxProps } from "./forms/checkbox";
export { Field, type FieldProps } from "./forms/field";
export { FileDrop, type FileDropProps } from "./forms/file-drop";
export type { DroppedFile } from "./forms/file-row";
export { formatFileSize } from "./forms/file-size";
export { FormErrorSummary, type FormErrorSummaryProps, type FormProblem } from "./forms/form-error-summary";
export { MoneyField, type MoneyFieldProps } from "./forms/money-field";
export { MoneyInput, type MoneyInputProps, writeAmount } from "./forms/money-input";
export { RadioGroup, type RadioGroupProps, type RadioOption } from "./forms/radio-group";
export { Select, type SelectOption, type SelectProps } from "./forms/select";
export { TextArea, type TextAreaProps, TextInput, type TextInputProps } from "./forms/text-input";
export { Link, type LinkProps, LinkProvider, TextLink } from "./link/link-context";
export { currencyDigits, formatMoney, type MoneyFormat } from "./money/format-money";
export { Money, type MoneyProps } from "./money/money";
export { describeMoneyProblem } from "./money/money-problem";
export { type MoneyProblem, type ParsedMoney, parseMoney } from "./money/parse-money";
export { useAnnounce } from "./overlay/announcer";
export type { CommandPaletteProps, PaletteEntry, PaletteGroup } from "./overlay/command-palette-props";
export { ConfirmDialog, type ConfirmDialogProps } from "./overlay/confirm-dialog";
export { Dialog } from "./overlay/dialog";
export type { DialogProps } from "./overlay/dialog-props";
export { Disclosure, type DisclosureProps } from "./overlay/disclosure";
export { Menu, type MenuProps } from "./overlay/menu";
export type { MenuGroup, MenuItem } from "./overlay/menu-items";
export { Popover, type PopoverProps } from "./overlay/popover";
export { type TabLink, TabLinks } from "./overlay/tab-links";
export { type TabItem, Tabs, type TabsProps } from "./overlay/tabs";
export { type ToastInput, ToastProvider, useToast } from "./overlay/toasts";
export { Tooltip, type TooltipProps } from "./overlay/tooltip";
export { Banner, type BannerProps } from "./page/banner";
export { Breadcrumbs, type Crumb } from "./page/breadcrumbs";
export { Card, type CardProps } from "./page/card";
export { EmptyState, type EmptyStateProps } from "./page/empty-state";
export { ErrorState, type ErrorStateProps } from "./page/error-state";
export { PageHeader, type PageHeaderProps } from "./page/page-header";
export { Section, type SectionProps } from "./page/section";
export { PageHeaderSkeleton, Skeleton, StatRowSkeleton, TableSkeleton, TextSkeleton } from "./page/skeletons";
export { ShareBar, type ShareBarProps, Swatch } from "./share-bar/share-bar";
export type { ShareSegment, ShareTone } from "./share-bar/share-proportions";
export { AppShell, type AppShellProps } from "./shell/app-shell";
export { AuthLayout, type AuthLayoutProps } from "./shell/auth-layout";
export { Logo, LogoMark } from "./shell/logo";
export { Monogram } from "./shell/monogram";
export type { NavigationItem } from "./shell/shell-navigation";
export { ClockCallout, type ClockCalloutProps } from "./status/clock-callout";
export { StatusBadge, type StatusBadgeProps } from "./status/status-badge";
export type { StatusTone } from "./status/status-tone";
export { Timeline, type TimelineItem, type TimelineProps } from "./status/timeline";
export { ThemeToggle, useThemeStep } from "./theme/theme-toggle";
export {
  Countdown,
  type CountdownProps,
  DateTime,
  type DateTimeProps,
  RelativeTime,
  type RelativeTimeProps,
} from "./time/date-time";
export { type DateTimeFormat, formatDateTime, formatDay } from "./time/format-date-time";
export { formatDuration, formatRelative } from "./time/format-duration";
