"""febrl3: the model of Splink's notebook `febrl3`, its blocking rules and its training."""

import splink.comparison_library as cl
from splink import SettingsCreator, block_on

IDENTIFIER = "rec_id"
CLEANING = ""

SETTINGS = SettingsCreator(
    unique_id_column_name=IDENTIFIER,
    link_type="dedupe_only",
    blocking_rules_to_generate_predictions=[
        block_on("soc_sec_id"),
        block_on("given_name"),
        block_on("surname"),
        block_on("date_of_birth"),
        block_on("postcode"),
    ],
    comparisons=[
        cl.NameComparison("given_name"),
        cl.NameComparison("surname"),
        cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
        cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
        cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
        cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
    ],
)


def train(linker):
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [
            block_on("soc_sec_id"),
            block_on("given_name", "surname", "date_of_birth"),
            "l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth",
        ],
        recall=0.9,
    )
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=2)
    for column in ("date_of_birth", "postcode"):
        training.estimate_parameters_using_expectation_maximisation(block_on(column))
