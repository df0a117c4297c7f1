import { fileRulesCheck } from "./checks/file-rules";
import { importCheck } from "./checks/imports";
import { lintCheck } from "./checks/lint";
import { runChecks } from "./checks/run-checks";
import { schemaDriftCheck } from "./checks/schema-drift";
import { typeCheck } from "./checks/types";
import { unusedCheck } from "./checks/unused";
import { repositoryRoot } from "./repository";

// The quick ones first: what is wrong most often is said soonest.
const checks = [lintCheck, fileRulesCheck, importCheck, unusedCheck, typeCheck, schemaDriftCheck];

process.exitCode = (await runChecks(checks, repositoryRoot, process.stdout)) ? 0 : 1;
