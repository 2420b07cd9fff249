const DAY_MS = 86_400_000;

/** An instant as a person says it: "14:05" today, "13 Nov, 14:05" before. Epoch ms. */
export function moment(at: number, now: number): string {
  const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" }).format(at);
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  if (isToday) return time;
  const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" }).format(at);
  return `${day}, ${time}`;
}

/** How long ago, roughly: "just now", "2 min ago", "3 h ago", then the day. Epoch ms. */
export function ago(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  return now - at < DAY_MS ? `${Math.floor(minutes / 60)} h ago` : `on ${moment(at, now)}`;
}
