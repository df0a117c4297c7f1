import type { views } from "@evenshare/domain";
import { classNames, formatDateTime, IconButton, Link, RelativeTime, useFormatting } from "@evenshare/ui";
import { Mail, MailOpen } from "lucide-react";
import { usePortal } from "../app/portal";
import { useNow } from "../clock/product-clock";
import { deliveryWords } from "./delivery-words";
import { noticeIcon } from "./notice-icons";
import { noticeWords } from "./notice-words";
import { useMarking } from "./use-marking";

interface NoticeRowProps {
  notice: views.Notice;
  /** Called when the reader goes to the thing. */
  onOpen?: () => void;
}

/** One notification: what happened, when, and what became of its mail. Going to it marks it as read. */
export function NoticeRow({ notice, onOpen }: NoticeRowProps) {
  const { side } = usePortal();
  const reading = useFormatting();
  const now = useNow();
  const { mark } = useMarking();
  const unread = notice.readAt === null;
  const { title, line, href } = noticeWords(notice.template, notice.facts, { side, ...reading });
  const Icon = noticeIcon(notice.template);
  const setRead = (read: boolean) => mark({ read, which: { ids: [notice.id] } });
  return (
    <li
      className={classNames(
        "relative flex items-start gap-3 px-4 py-3 transition-colors hover:bg-sunken",
        unread && "bg-accent-soft/60",
      )}
    >
      <Icon
        aria-hidden
        className={classNames("mt-0.5 size-4.5 shrink-0", unread ? "text-accent" : "text-muted")}
      />
      <div className="min-w-0 grow">
        <p className="break-words">
          <Link
            href={href}
            className={classNames("after:absolute after:inset-0", unread ? "font-semibold" : "font-medium")}
            onClick={() => {
              if (unread) setRead(true);
              onOpen?.();
            }}
          >
            {unread && <span className="sr-only">Unread: </span>}
            {title}
          </Link>
        </p>
        <p className="text-dense break-words">{line}</p>
        <p className="text-small text-muted">
          <RelativeTime at={notice.createdAt} now={now} />
          <span className="sr-only">, {formatDateTime(notice.createdAt, reading)}</span>
          {" · "}
          {deliveryWords(notice, reading)}
        </p>
      </div>
      <div className="relative z-10 -my-1 -mr-2">
        <IconButton
          size="small"
          icon={unread ? MailOpen : Mail}
          label={`Mark as ${unread ? "read" : "unread"}: ${title}`}
          onClick={() => setRead(unread)}
        />
      </div>
    </li>
  );
}
