# syntax=docker/dockerfile:1
# The version of the development dependency `node`; a test holds both equal.
ARG NODE_VERSION=24.21.0

FROM node:${NODE_VERSION}-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# None of the packages that run needs a script at its installation.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force

FROM node:${NODE_VERSION}-bookworm-slim
ENV NODE_ENV=production
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
