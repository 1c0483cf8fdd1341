# Builds with every package; what is served holds the finished build, the few packages that starting it takes, and the
# Node that package-lock.json names.
FROM node:22-bookworm-slim AS build
WORKDIR /attune
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build \
 && cp -L node_modules/.bin/node /usr/local/bin/node-of-attune \
 && npm prune --omit=dev --omit=optional \
 && rm -rf node_modules/next node_modules/@next node_modules/react node_modules/react-dom node_modules/@fontsource

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install --yes --no-install-recommends libatomic1 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --create-home --home-dir /var/lib/attune --shell /usr/sbin/nologin attune
WORKDIR /attune
COPY --from=build /usr/local/bin/node-of-attune /usr/local/bin/node
COPY --from=build /attune/package.json ./
COPY --from=build /attune/node_modules ./node_modules
COPY --from=build /attune/.next/standalone ./.next/standalone
COPY --from=build /attune/content ./content
COPY --from=build /attune/machines ./machines
COPY --from=build /attune/server ./server
COPY --from=build /attune/scripts ./scripts
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/var/lib/attune
USER attune
VOLUME /var/lib/attune
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((it) => process.exit(it.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start.mjs", "--no-build"]
