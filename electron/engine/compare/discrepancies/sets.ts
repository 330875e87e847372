/** Joins what belongs together, step by step (union-find). The sets do not depend on the order of the steps. */
export class Sets<T> {
  private readonly parent = new Map<T, T>();

  private root(item: T): T {
    let at = item;
    for (;;) {
      const up = this.parent.get(at);
      if (up === undefined || up === at) return at;
      at = up;
    }
  }

  join(a: T, b: T): void {
    if (!this.parent.has(a)) this.parent.set(a, a);
    if (!this.parent.has(b)) this.parent.set(b, b);
    this.parent.set(this.root(b), this.root(a));
  }

  all(): T[][] {
    const sets = new Map<T, T[]>();
    for (const item of this.parent.keys()) {
      const root = this.root(item);
      sets.set(root, [...(sets.get(root) ?? []), item]);
    }
    return [...sets.values()];
  }
}
