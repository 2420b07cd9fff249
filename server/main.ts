import { explain, serve } from "./serve.ts";

try {
  await serve(process.env);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  // Whatever is still open: who runs servers starts another only once this one is gone.
  process.exit(1);
}
