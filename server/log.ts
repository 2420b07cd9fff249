import { type DestinationStream, type Logger, pino } from "pino";
import type { Environment } from "./environment.ts";

const STDERR = 2;

/**
 * Lines of JSON on standard error; standard output is for answers. Of an error the message and the way to it: the
 * details that PostgreSQL adds can hold names.
 */
export const openLog = (
  level: Environment["RUNG_LOG"],
  to: DestinationStream = pino.destination({ dest: STDERR, sync: true }),
): Logger =>
  pino(
    {
      level,
      base: null,
      serializers: {
        err: ({ name, message, code, stack }: Error & { code?: unknown }) => ({ name, message, code, stack }),
      },
    },
    to,
  );
