import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalsOf, exponentOf, isCurrency } from "#lib/domain/currency.ts";
import { InvalidInput } from "#lib/domain/invalid.ts";
import { allocate, Exact, exactMinor, roundMinor, sumExact } from "#lib/domain/money.ts";

const exact = (text: string) => new Exact(text);

describe("exponentOf", () => {
  it.each([
    ["JPY", 0],
    ["USD", 2],
    ["IDR", 2],
    ["HUF", 2],
    ["KWD", 3],
    ["IQD", 3],
    ["CLF", 4],
  ])("%s has %i decimals", (currency, decimals) => {
    expect(decimalsOf(currency)).toBe(decimals);
  });

  it("refuses a currency that is none, and names the field", () => {
    expect(() => exponentOf("usd", "price")).toThrow(InvalidInput);
    expect(() => exponentOf("QQQ", "price")).toThrow(expect.objectContaining({ field: "price" }));
    expect(isCurrency("XCG")).toBe(true);
  });
});

describe("exactMinor", () => {
  it.each([
    ["12.34", "USD", "1234"],
    ["0.0000000000001", "USD", "0.00000000001"],
    ["1234", "JPY", "1234"],
    ["12.345", "KWD", "12345"],
    ["999999999999999.9999999999999", "USD", "99999999999999999.99999999999"],
  ])("%s %s is %s", (major, currency, minor) => {
    expect(exactMinor(major, currency).toFixed()).toBe(minor);
  });

  it.each(["", "-1", "1,5", "1e5", ".5", "1.", "NaN", "1234567890123456"])("refuses %o", (text) => {
    expect(() => exactMinor(text, "USD", "spend")).toThrow(expect.objectContaining({ field: "spend" }));
  });

  it("adds what floats cannot", () => {
    const tenths = Array.from({ length: 10 }, () => exactMinor("0.1", "USD"));
    expect(sumExact(tenths).toFixed()).toBe("100");
  });
});

describe("roundMinor", () => {
  it("rounds half up, once", () => {
    expect(["0.5", "1.4999", "2.5"].map((text) => roundMinor(exact(text)))).toEqual([1, 1, 3]);
  });

  it("refuses what cannot be counted exactly", () => {
    expect(roundMinor(exact("9007199254740991"))).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => roundMinor(exact("9007199254740992"))).toThrow(InvalidInput);
  });
});

describe("allocate", () => {
  it("gives what is missing to the largest remainders", () => {
    expect(allocate(100, ["33.2", "33.3", "33.5"].map(exact))).toEqual([33, 33, 34]);
    expect(allocate(2, ["0.5", "0.5", "0.5", "0.5"].map(exact))).toEqual([1, 1, 0, 0]);
    expect(allocate(8, ["5.5", "2.5"].map(exact))).toEqual([6, 2]);
  });

  it("refuses a total that is not the sum", () => {
    expect(() => allocate(101, ["33.2", "33.3", "33.5"].map(exact))).toThrow(InvalidInput);
  });

  it("sums to the total, with every part within one unit of its exact amount", () => {
    const part = fc
      .tuple(fc.nat(10 ** 9), fc.nat(10 ** 9))
      .map(([whole, fraction]) => exact(`${whole}.${fraction}`));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.boolean(), (parts, up) => {
        const sum = sumExact(parts);
        const total = (up ? sum.ceil() : sum.floor()).toNumber();
        const shares = allocate(total, parts);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
        for (const [index, share] of shares.entries())
          expect(parts[index]?.minus(share).abs().lt(1)).toBe(true);
      }),
    );
  });
});
