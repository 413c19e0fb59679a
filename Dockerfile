# The images of docker-compose.yml that are ours. `chorale` is every process of ours and nothing else: one static binary in
# an empty image, which also asks itself for its health. `l1` is an anvil, the one that the tests use.

FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# cgo for blst, secp256k1 and zstd, linked statically, since the image has no C library; names and users are looked up by Go,
# whose lookups need no files that are not there.
RUN CGO_ENABLED=1 go build -trimpath -tags netgo,osusergo -ldflags '-s -w -linkmode external -extldflags "-static"' -o /out/chorale ./cmd/chorale
# The folders of all volumes: a fresh volume takes the owner that its folder has in the image. A test compares this list with
# the table of services.
RUN mkdir -p /folders/net/l1 /folders/net/found /folders/net/geth-901 /folders/net/geth-902 \
    /folders/net/member-1 /folders/net/member-2 /folders/net/member-3 /folders/net/member-4 \
    /folders/net/redis /folders/net/gateway-1 /folders/net/gateway-2 /folders/net/key /folders/net/relay \
    /folders/net/follow-901 /folders/net/follow-902 /folders/net/traffic

FROM scratch AS chorale
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /out/chorale /usr/local/bin/chorale
COPY --from=build --chown=10001:10001 /folders/net /net
ENV PATH=/usr/local/bin
USER 10001:10001
ENTRYPOINT ["chorale"]

FROM node:22-bookworm-slim AS anvil
WORKDIR /contracts
COPY contracts/package.json contracts/package-lock.json ./
RUN npm ci --no-audit --no-fund && cp node_modules/@foundry-rs/anvil-linux-*/bin/anvil /anvil

FROM debian:bookworm-slim AS l1
COPY --from=anvil /anvil /usr/local/bin/anvil
COPY --from=chorale /usr/local/bin/chorale /usr/local/bin/chorale
COPY --from=chorale --chown=10001:10001 /net /net
USER 10001:10001
ENTRYPOINT ["anvil"]
