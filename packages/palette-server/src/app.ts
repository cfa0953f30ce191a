import Fastify, { type FastifyError, type FastifyInstance, LogController } from "fastify";
import { actOutFaults, wasCut } from "./act-out-faults";
import type { Authenticate } from "./auth";
import type { Backend } from "./backend";
import { errorBody, notFound, PaletteError } from "./errors";
import type { Faults } from "./faults";
import type { RateLimits } from "./rate-limits";
import { appProfileRoutes } from "./routes/app-profiles";
import { appTierRoutes } from "./routes/app-tiers";
import { authRoutes, OPEN_ROUTES } from "./routes/auth";
import { clusterProfileRoutes } from "./routes/cluster-profiles";
import { controlRoutes } from "./routes/control";
import { dashboardRoutes } from "./routes/dashboard";
import { macroRoutes } from "./routes/macros";
import { packRoutes } from "./routes/packs";
import { projectRoutes } from "./routes/projects";
import { registryRoutes } from "./routes/registries";
import { scopeOfCall } from "./scope";
import { routeTemplate, type Stats } from "./stats";
import { refuseOutsideScope } from "./system/refuse-outside-scope";
import type { Tokens } from "./tokens";

/** A profile holds whole values files, so requests may be large. */
const BODY_LIMIT = 32 * 1024 * 1024;

export interface AppParts {
  backend: Backend;
  stats: Stats;
  faults: Faults;
  authenticate: Authenticate;
  /** The email address of the administrator whose password this is. */
  signIn: (email: string, password: string) => string;
  tokens: Tokens;
  rateLimits?: RateLimits;
  logger?: boolean;
}

/** Puts the HTTP side together: per request first faults, then limits, key or token, scope, and the route. */
export function buildApp(parts: AppParts): FastifyInstance {
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    exposeHeadRoutes: false,
    logController: new LogController({ disableRequestLogging: true }),
    logger: parts.logger ? { stream: process.stderr } : false,
    routerOptions: { maxParamLength: 1024 },
  });
  readBodies(app);
  answerErrors(app);
  logRequests(app);
  controlRoutes(app, parts);
  app.register(
    async (v1) => {
      countRequests(v1, parts.stats);
      actOutFaults(v1, parts.faults);
      v1.addHook("onRequest", async (request) => {
        if (parts.rateLimits && !parts.rateLimits.admit(request.ip, request.url.split("?")[0]!)) {
          throw new PaletteError(429, "TooManyRequests", "The rate limit is exceeded: try again later");
        }
        if (OPEN_ROUTES.has(request.routeOptions.url ?? "")) return;
        request.caller = parts.authenticate(request.headers);
        refuseOutsideScope(request);
        scopeOfCall(parts.backend.db, request);
      });
      authRoutes(v1, parts.signIn, parts.tokens);
      clusterProfileRoutes(v1, parts.backend);
      appProfileRoutes(v1, parts.backend);
      appTierRoutes(v1, parts.backend);
      dashboardRoutes(v1, parts.backend);
      packRoutes(v1, parts.backend);
      registryRoutes(v1, parts.backend);
      projectRoutes(v1, parts.backend);
      macroRoutes(v1, parts.backend);
      v1.setNotFoundHandler(async (request) => {
        const path = request.url.split("?")[0]!;
        throw new PaletteError(501, "NotImplemented", `This server does not implement ${request.method} ${path}`);
      });
    },
    { prefix: "/v1" },
  );
  return app;
}

/** Clients send no body, or an empty one under a JSON content type, where a route takes none. */
function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parseJson = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("*", { parseAs: "string" }, (request, body, done) => {
    if (body === "") done(null, undefined);
    else parseJson(request, body as string, done);
  });
}

function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | PaletteError>((error, request, reply) => {
    if (error instanceof PaletteError) {
      return reply.code(error.status).send(errorBody(error.code, error.message, request.id, error.details));
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      request.log.error(error);
      return reply.code(500).send(errorBody("InternalError", "The server failed; its log says why", request.id));
    }
    const code = status === 413 ? "RequestTooLarge" : "InvalidRequestBody";
    return reply.code(status).send(errorBody(code, error.message, request.id));
  });
  app.setNotFoundHandler(async (request) => {
    throw notFound(`The path ${request.url.split("?")[0]}`);
  });
}

function countRequests(app: FastifyInstance, stats: Stats): void {
  app.addHook("onRequest", async (request, reply) => {
    const route = request.is404 ? "/v1/*" : routeTemplate(request.routeOptions.url ?? "/v1/*");
    // Unlike "finish", "close" also tells of connections that were cut.
    reply.raw.once("close", () => {
      const isAnswered = reply.raw.writableFinished && !wasCut(reply.raw);
      stats.record(request.method, route, isAnswered ? reply.raw.statusCode : 0);
    });
  });
}

function logRequests(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    const { method } = request;
    // This path holds a token, which no log may.
    const url = request.url.replace(/(\/auth\/refresh\/)[^/?]+/, "$1{token}");
    request.log.info({ method, url, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 });
  });
}
