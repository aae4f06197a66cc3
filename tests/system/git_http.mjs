// git's own http-backend behind a web server on the loopback, for publish.sh:
//
//   node git_http.mjs ROOT [--password WORD] [--before "METHOD PATTERN" COMMAND]
//
// Serves the repositories below ROOT, prints its address, and logs "METHOD URL USER" of each request to ROOT/requests.
// With --password, whoever does not give it as his own in Basic authentication gets 401. Before the first request that
// matches, COMMAND is run by the shell: what somebody else does at the worst moment.
import { execSync, spawn } from "node:child_process";
import { appendFileSync } from "node:fs";
import { createServer } from "node:http";

const [root, ...options] = process.argv.slice(2);
const option = (name, n = 1) => {
	const at = options.indexOf(name);
	return at < 0 ? undefined : options[at + n];
};
const password = option("--password"), moment = option("--before"), command = option("--before", 2);
const backend = `${execSync("git --exec-path").toString().trim()}/git-http-backend`;
let done = false;

const userOf = (request) => {
	const [, text] = /^Basic (.*)$/.exec(request.headers.authorization ?? "") ?? [];
	const [user, ...word] = Buffer.from(text ?? "", "base64").toString().split(":");
	return { user, word: word.join(":") };
};

function answer(request, response) {
	const [path, query = ""] = request.url.split("?");
	const { user, word } = userOf(request);
	appendFileSync(`${root}/requests`, `${request.method} ${request.url} ${user}\n`);
	if (password !== undefined && word !== password) {
		response.writeHead(401, { "WWW-Authenticate": 'Basic realm="git"' }).end();
		return;
	}
	const [method, pattern] = (moment ?? "").split(" ");
	if (moment && !done && request.method === method && request.url.includes(pattern)) {
		done = true;
		execSync(command, { stdio: "ignore" });
	}
	const child = spawn(backend, {
		env: {
			...process.env, GIT_PROJECT_ROOT: root, GIT_HTTP_EXPORT_ALL: "1", PATH_INFO: path, QUERY_STRING: query,
			REQUEST_METHOD: request.method, CONTENT_TYPE: request.headers["content-type"] ?? "",
			HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "", REMOTE_USER: user || "test",
			REMOTE_ADDR: "127.0.0.1",
		},
		stdio: ["pipe", "pipe", "inherit"],
	});
	const parts = [];
	request.pipe(child.stdin);
	child.stdin.on("error", () => {});
	child.stdout.on("data", (part) => parts.push(part));
	child.on("close", () => {
		const all = Buffer.concat(parts), end = all.indexOf("\r\n\r\n");
		let status = 200;
		for (const line of all.subarray(0, end).toString().split("\r\n")) {
			const [name, value] = [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()];
			if (name === "Status") status = parseInt(value);
			else response.setHeader(name, value);
		}
		response.writeHead(status).end(all.subarray(end + 4));
	});
}

const server = createServer(answer);
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
