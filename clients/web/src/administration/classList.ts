/** A class list on its way: read by the server to be looked at, then sent once more to be taken over whole. */
import { answer, type Schemas } from "@/rest";
import { rest } from "@/rest/session";

export type ClassList = Schemas["ClassListOut"];

export function sendClassList(file: Blob, take: boolean): Promise<ClassList> {
  return answer(
    rest.POST("/api/trainees/class-list", {
      params: { query: { take } },
      body: file as unknown as string, // the bytes as they are
      bodySerializer: (body: unknown) => body as Blob,
      headers: { "Content-Type": "application/octet-stream" },
    }),
  );
}

export type Change = ClassList["lines"][number]["change"];

/** How many of each change. */
export function counted(list: ClassList): Record<Change, number> {
  const counts: Record<Change, number> = { new: 0, changed: 0, same: 0 };
  for (const line of list.lines) counts[line.change] += 1;
  return counts;
}
