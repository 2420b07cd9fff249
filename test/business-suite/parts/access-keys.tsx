import { cx } from "#test/business-suite/style/atomic.ts";

const KEYS = ["1", "2", "3", "4", "5"];

/** Access keys of the page's own, which browsers fire before any listener can stop them. */
export function AccessKeys() {
  return (
    <div className={cx("position:absolute;width:1px;height:1px;overflow:hidden")}>
      {KEYS.map((key) => (
        <button key={key} type="button" accessKey={key} tabIndex={-1}>
          {key}
        </button>
      ))}
    </div>
  );
}
