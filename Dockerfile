# Node is the version of the development dependency `node`: a test holds both equal. The digest is that of the tag before it.
FROM node:24.21.0-bookworm-slim@sha256:0e0ff40c39bc087845bfb27465a0df4ea419520094bc35842ff83dd8cbe6f9b6 AS base

FROM base AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# None of the packages that run needs a script at its installation, and nothing that runs reads source maps or declarations.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force \
 && find node_modules -type f -regextype posix-extended -regex '.*[.](map|d[.][cm]?ts)' -delete

FROM base
ENV NODE_ENV=production
# Young objects, and places that threads take memory from: see src/shared/small-heap.ts.
ENV NODE_OPTIONS=--max-semi-space-size=16
ENV MALLOC_ARENA_MAX=2
WORKDIR /app
# Everything belongs to root and nothing is written: the file system may be mounted read-only.
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY cards ./cards
COPY bot ./bot
COPY src ./src
# The user `node` of the image, as a number: Kubernetes can only then tell that it is not root.
USER 1000:1000
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3978) + '/healthz', { signal: AbortSignal.timeout(4000) }).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node runs the TypeScript as it is. Commands of administrators: docker run … IMAGE src/admin/main.ts doctor
ENTRYPOINT ["node"]
CMD ["src/main.ts"]
