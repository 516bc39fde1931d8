# Times MatchIt on a file that MatchingBenchmark wrote. Usage: Rscript matchit_run.R FILE.csv RATIO
# Prints processor and wall seconds of the scores and of the matching, and the distances of all pairs added up.
suppressMessages(library(MatchIt))
arguments <- commandArgs(trailingOnly = TRUE)
people <- read.csv(arguments[1])
formula <- treated ~ age + woman + visits + distance_km + deprivation
started <- proc.time()
scores <- fitted(glm(formula, binomial, people))
scored <- proc.time() - started
started <- proc.time()
matched <- matchit(formula, people, method = "nearest", distance = scores, ratio = as.integer(arguments[2]))
took <- proc.time() - started
pairs <- matched$match.matrix
partners <- as.vector(pairs)
treated <- rep(rownames(pairs), ncol(pairs))
names(scores) <- rownames(people)
cat(sprintf(
  "MatchIt %s: scores %.2f s of a processor, matching %.2f s (%.2f by the wall clock), %d pairs, distances %.6f in all\n",
  packageVersion("MatchIt"), scored[["user.self"]] + scored[["sys.self"]], took[["user.self"]] + took[["sys.self"]],
  took[["elapsed"]], sum(!is.na(partners)), sum(abs(scores[treated] - scores[partners]), na.rm = TRUE)
))
