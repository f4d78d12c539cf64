import type { RouteRequest } from '../fake-github-answer.ts';

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** The `link` header that leads to the next page and the last, unless this is the last. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Cuts the page that a request asks for out of a list.
 *
 * https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
export function pageOf<T>(request: RouteRequest, all: readonly T[], defaultSize = 30): Page<T> {
  const size = Number(request.query.get('per_page') ?? defaultSize);
  const page = Number(request.query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, rel: string): string => {
    const query = new URLSearchParams(request.query);
    query.set('per_page', String(size));
    query.set('page', String(to));
    return `<${request.address}?${query.toString()}>; rel="${rel}"`;
  };
  return {
    items: all.slice((page - 1) * size, page * size),
    headers: page < last ? { link: `${link(page + 1, 'next')}, ${link(last, 'last')}` } : {},
  };
}

/** A comparison that sorts the highest number first. */
export function newestFirst<K extends string>(key: K) {
  return (a: Readonly<Record<K, number>>, b: Readonly<Record<K, number>>): number => b[key] - a[key];
}
