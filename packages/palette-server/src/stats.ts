/** How often one route answered with one status; status 0 means that the connection was cut. */
export interface RouteCount {
  method: string;
  /** As in Palette's API description: `/v1/clusterprofiles/{uid}`. */
  route: string;
  status: number;
  count: number;
}

export interface Stats {
  record(method: string, route: string, status: number): void;
  list(): RouteCount[];
  reset(): void;
}

export function createStats(): Stats {
  const counts = new Map<string, RouteCount>();
  return {
    record(method, route, status) {
      const key = `${method} ${route} ${status}`;
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { method, route, status, count: 1 });
    },
    list: () => [...counts.values()].map((entry) => ({ ...entry })),
    reset: () => counts.clear(),
  };
}

/** Fastify's `/a/:uid` as the API description writes it, `/a/{uid}`. */
export function routeTemplate(fastifyUrl: string): string {
  return fastifyUrl.replace(/:([A-Za-z]+)/g, "{$1}");
}
