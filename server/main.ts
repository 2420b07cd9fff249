import { explain, serve } from "./serve.ts";

try {
  await serve(process.env);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
