/** The words that stand for an id today; an id without them is its own name, or the product's. */
export type Names = Readonly<Record<string, string>>;

/** A short list of ids in the order in which they are offered. What was recorded under an id keeps its meaning. */
export interface NamedList {
  ids: string[];
  names: Names;
}

/** An id for new words: the words themselves, unless they are an id that stands, or once stood, for others. */
function idFor(words: string, { ids, names }: NamedList): string {
  const isTaken = (id: string) => ids.includes(id) || (id in names && names[id] !== words);
  for (let turn = 1; ; turn++) {
    const id = turn === 1 ? words : `${words.slice(0, 90)} (${turn})`;
    if (!isTaken(id)) return id;
  }
}

export function added(list: NamedList, words: string): NamedList {
  const id = idFor(words, list);
  return { ids: [...list.ids, id], names: id === words ? list.names : { ...list.names, [id]: words } };
}

/** One away; what was recorded under it is still called as it was last. */
export const removed = ({ ids, names }: NamedList, id: string): NamedList => ({
  ids: ids.filter((one) => one !== id),
  names,
});

export const renamed = ({ ids, names }: NamedList, id: string, words: string): NamedList => ({
  ids,
  names: { ...names, [id]: words },
});

/** One place up (-1) or down (1); an end stays an end. */
export function moved({ ids, names }: NamedList, id: string, by: -1 | 1): NamedList {
  const from = ids.indexOf(id);
  const to = from + by;
  const other = ids[to];
  if (from === -1 || other === undefined) return { ids, names };
  return { ids: ids.with(to, id).with(from, other), names };
}
