// The CI files and issue forms of new guides, by the published schemas of GitHub (by its own parser, whose dialect Forgejo
// speaks) and GitLab, and for the parts that ours need.
//
//   node tests/ci/files.mjs GUIDE…     each a git repository with a remote
import assert from "node:assert";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { register } from "node:module";
import { parse } from "yaml";

// JSON is imported without its type by the parser, which Node.js takes from version 22 on alone.
const json = `import { readFileSync } from "node:fs";
	export async function load(url, context, next) {
		if (!url.endsWith(".json")) return next(url, context);
		return { format: "module", shortCircuit: true, source: "export default " + readFileSync(new URL(url), "utf8") };
	}`;
register("data:text/javascript," + encodeURIComponent(json));
const { parseWorkflow, NoOperationTraceWriter } = await import("@actions/workflow-parser");

// So is what gitlab-ci-local does with sets.
const sets = `Set.prototype.union ??= function (other) { return new Set([...this, ...other]); };
	Set.prototype.difference ??= function (other) { return new Set([...this].filter(x => !other.has(x))); };`;
const gitlab = [
	"--import", "data:text/javascript," + encodeURIComponent(sets),
	new URL("../node_modules/gitlab-ci-local/dist/index.js", import.meta.url).pathname, "--list",
];

function workflow(path) {
	const content = readFileSync(path, "utf8"), flow = parse(content);
	const errors = parseWorkflow({ name: path, content }, new NoOperationTraceWriter()).context.errors.getErrors();
	assert.deepEqual(errors.map(error => error.message), []);
	assert.deepEqual(Object.keys(flow.on), ["pull_request", "push", "schedule", "workflow_dispatch"]);
	assert.deepEqual(flow.on.push.branches, ["main"]);
	assert.deepEqual(Object.keys(flow.jobs), ["check", "publish"]);
	assert.deepEqual(Object.keys(flow.env), ["QUARTIER_IMAGE", "QUARTIER_PACKAGE", "QUARTIER_SOURCE"]);
	// A site that was not built is not put online.
	for (const step of flow.jobs.publish.steps.filter(step => /upload-pages|deploy-pages/.test(step.uses)))
		assert.equal(step.if, "hashFiles('site/index.html') != ''");
	// What is asked by the hour is asked by one of the schedules.
	const crons = flow.on.schedule.map(entry => entry.cron), hourly = "47 * * * *";
	assert(crons.includes(hourly));
	for (const [, cron] of content.matchAll(/github\.event\.schedule == '([^']*)'/g)) assert.equal(cron, hourly);
	assert(flow.jobs.publish.steps.some(step => step.run?.includes("$IF_DUE") && step.env.IF_DUE.includes("--if-due")));
	for (const { steps } of Object.values(flow.jobs)) {
		const using = name => steps.find(step => step.uses?.startsWith(name));
		assert.equal(using("actions/checkout@").with["fetch-depth"], 0);
		assert.match(using("actions/cache@").with.path, /\.quartier\/cache/);
		assert(steps.some(step => step.run?.startsWith("sh .ci/quartier ")));
	}
	assert(flow.jobs.check.steps.some(step => step.run?.includes("check --format github")));
}

function pipeline(guide) {
	const lab = parse(readFileSync(guide + "/.gitlab-ci.yml", "utf8"));
	assert.match(execFileSync(process.execPath, gitlab, { cwd: guide, encoding: "utf8", stdio: "pipe" }), /pages/);
	assert.deepEqual(Object.keys(lab), ["variables", "default", "check", "pages"]);
	assert.deepEqual(lab.pages.artifacts.paths, ["public"]);
	assert(lab.default.cache.paths.includes(".quartier/cache"));
	assert.equal(lab.variables.GIT_DEPTH, "0");
	assert.equal(lab.default.image, "$QUARTIER_IMAGE");
	assert.equal(lab.pages.allow_failure.exit_codes, 75);
	assert.equal(lab.pages.script.at(-1), "test -e public/index.html || exit 75");
}

function forms(guide) {
	const texts = [".github", ".forgejo"].map(forge => {
		const folder = `${guide}/${forge}/ISSUE_TEMPLATE/`, names = readdirSync(folder);
		assert.equal(names.length, 1);
		return readFileSync(folder + names[0], "utf8");
	});
	assert.equal(texts[0], texts[1]);
	const form = parse(texts[0]), ids = form.body.map(part => part.id);
	assert(form.name && form.description);
	assert.equal(new Set(ids).size, ids.length);
	for (const part of form.body) {
		assert(["input", "textarea", "dropdown"].includes(part.type) && part.attributes.label);
		assert(part.type !== "dropdown" || part.attributes.options.every(option => typeof option === "string"));
	}
}

for (const guide of process.argv.slice(2)) {
	workflow(guide + "/.github/workflows/site.yml");
	workflow(guide + "/.forgejo/workflows/site.yml");
	pipeline(guide);
	forms(guide);
}
