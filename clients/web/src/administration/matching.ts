/** Finding people as somebody in a hurry types: parts of number, name or company, in any width and case. */
export interface Findable {
  number: string;
  name: string;
  company?: string;
}

/** What makes two texts the same, however they are typed. */
export function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** Those who hold every word; all of them if nothing is typed. */
export function matching<T extends Findable>(people: readonly T[], typed: string): T[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  return people.filter((one) => {
    const text = plain(`${one.number} ${one.name} ${one.company ?? ""}`);
    return wanted.every((word) => text.includes(word));
  });
}
