import type { SaleRow } from "#lib/domain/sale-row.ts";
import { readSalesFile, SalesFileError } from "#lib/sales/read-sales-file.ts";
import { ServerError } from "#server/errors.ts";

/** A whole list of sales; one with any problem is refused with the row and the field of each. */
export function readFile(csv: Uint8Array, now: number): SaleRow[] {
  try {
    return readSalesFile(csv, now);
  } catch (error) {
    if (!(error instanceof SalesFileError)) throw error;
    const { code, message, fields } = error;
    throw new ServerError(422, code, message, { fields });
  }
}
