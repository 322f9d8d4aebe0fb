"""Every product reaches the families that requirements ask for, so that its evidence counts."""

from __future__ import annotations

import pytest

from matcher.domain.catalogue import RequirementKind, SkillId
from matcher.taxonomy.index import Taxonomy

# Kinds of product, and the families of which each product of the kind must show one. The names are those that
# back-end postings use most; products that are not named here are held by the rules for whole areas below.
FAMILIES = {
    "databases.relational": "PostgreSQL, MySQL, MariaDB, Oracle Database, SQL Server, SQLite, IBM Db2, CockroachDB,"
    " Amazon RDS, Amazon Aurora, Cloud SQL, Cloud Spanner, AlloyDB, Azure SQL Database, Azure Database for PostgreSQL,"
    " Supabase, PostGIS, TimescaleDB, YugabyteDB, Vitess, PL/SQL, T-SQL, pgvector, Percona Server",
    "databases.nosql": "MongoDB, Redis, Apache Cassandra, Amazon DynamoDB, Elasticsearch, OpenSearch, Apache Solr,"
    " Neo4j, Couchbase, Memcached, Apache HBase, ScyllaDB, Amazon DocumentDB, Amazon ElastiCache, Memorystore,"
    " Azure Cache for Redis, Azure Cosmos DB, Azure Table Storage, Cloud Bigtable, Firestore, Hazelcast, Apache Ignite,"
    " Amazon Neptune, Amazon Keyspaces, Elastic Stack, Kibana, Mongoose, Valkey, FoundationDB, KurrentDB",
    "languages.sql": "Relational databases, PostgreSQL, BigQuery, Amazon Redshift, Snowflake, ClickHouse, Trino, dbt",
    "containers.container_technology": "Docker, Kubernetes, Podman, containerd, Helm, Amazon ECS, Amazon EKS,"
    " AWS Fargate, Google Kubernetes Engine, Azure Kubernetes Service, Cloud Run, Azure Container Apps,"
    " Red Hat OpenShift, Docker Compose, Istio, Argo CD, HashiCorp Nomad, Testcontainers, Kustomize",
    "delivery.ci_cd": "Jenkins, GitHub Actions, GitLab CI/CD, CircleCI, Travis CI, Azure DevOps, TeamCity,"
    " Bitbucket Pipelines, Argo CD, AWS CodePipeline, AWS CodeBuild, Cloud Build, Drone CI, Tekton, Spinnaker,"
    " Atlassian Bamboo, GoCD, Buildkite",
    "delivery.git": "GitHub, GitLab, Bitbucket, GitHub Actions, GitLab CI/CD, Pull requests, Gerrit, Azure Repos,"
    " AWS CodeCommit, Gitea",
    "testing.unit_testing": "JUnit, pytest, Jest, Mocha, RSpec, PHPUnit, NUnit, xUnit, Mockito, Testify, GoogleTest,"
    " ScalaTest, Kotest, TestNG, Vitest, Spock, Minitest, ExUnit",
    "messaging.messaging": "Apache Kafka, RabbitMQ, Apache ActiveMQ, Apache Pulsar, NATS, IBM MQ, Amazon SQS,"
    " Amazon SNS, Amazon Kinesis, Amazon EventBridge, Pub/Sub, Azure Service Bus, Azure Event Hubs, JMS, Redpanda",
    "cloud_other.cloud_computing": "AWS, Microsoft Azure, Google Cloud, Heroku, DigitalOcean, OpenStack, Vercel",
    "infrastructure.infrastructure_as_code": "Terraform, OpenTofu, Pulumi, AWS CloudFormation, AWS CDK, Bicep, Ansible",
    "security.authentication": "JWT, OpenID Connect, SAML, Keycloak, Auth0, Okta, Spring Security, Amazon Cognito",
    "apis.api": "REST, GraphQL, SOAP, Web services, API design",
    "frameworks.web_framework": "Django, Flask, FastAPI, Spring Boot, Express, NestJS, Ruby on Rails, Laravel,"
    " ASP.NET Core, Gin, Symfony, Quarkus, Micronaut, Ktor, Phoenix, Sinatra, Javalin",
}
PAIRS = [(name.strip(), family) for family, names in FAMILIES.items() for name in names.split(",")]
# Kinds of store that are neither relational nor what a requirement calls NoSQL: they answer questions over copies.
APART = {"databases.vector", "databases.time_series", "databases.columnar", "databases.data_warehouse"}
VENDORS = {"cloud_aws": "cloud_aws.aws", "cloud_gcp": "cloud_gcp.google_cloud", "cloud_azure": "cloud_azure.azure"}
# Sold under the vendor's name, and used without its cloud.
WITHOUT_CLOUD = {
    "cloud_azure.artifacts",
    "cloud_azure.azure_data_studio",
    "cloud_azure.boards",
    "cloud_azure.devops",
    "cloud_azure.fabric",
    "cloud_azure.microsoft_defender_for_cloud",
    "cloud_azure.microsoft_purview",
    "cloud_azure.power_platform",
    "cloud_azure.repos",
    "cloud_gcp.firebase",
    "cloud_gcp.firebase_crashlytics",
    "cloud_gcp.firebase_realtime_database",
    "cloud_gcp.gemini",
    "cloud_gcp.looker",
    "cloud_gcp.maps",
}


@pytest.fixture(scope="module")
def by_name(taxonomy: Taxonomy) -> dict[str, SkillId]:
    return {skill.name: skill.id for skill in taxonomy.skills.values()}


@pytest.mark.parametrize(("name", "family"), PAIRS)
def test_a_product_shows_its_family(taxonomy: Taxonomy, by_name: dict[str, SkillId], name: str, family: str) -> None:
    assert family in taxonomy.implied_by(by_name[name])


def test_every_product_of_a_cloud_shows_its_vendor(taxonomy: Taxonomy) -> None:
    lost = [
        skill.id
        for skill in taxonomy.skills.values()
        if skill.area in VENDORS
        and skill.id not in WITHOUT_CLOUD
        and VENDORS[skill.area] not in (skill.id, *taxonomy.implied_by(skill.id))
    ]
    assert lost == []


def test_every_kind_of_store_belongs_to_a_family(taxonomy: Taxonomy) -> None:
    kinds = {"databases.relational", "databases.nosql", "databases.search", *APART}
    stores = [
        skill.id
        for skill in taxonomy.skills.values()
        if skill.area == "databases" and skill.kind == "technology" and skill.broader
    ]
    known = {*kinds, "databases.in_memory_grid", "databases.olap", "databases.change_data_capture"}
    others = {"databases.datomic", "databases.xtdb", "databases.minio"}
    assert [one for one in stores if one not in others and known.isdisjoint(taxonomy.implied_by(one))] == []


def test_every_certificate_shows_what_it_certifies(taxonomy: Taxonomy) -> None:
    certificates = {skill.id for skill in taxonomy.skills.values() if skill.kind == "certificate"}
    bare = [one for one in sorted(certificates) if certificates.issuperset(taxonomy.implied_by(one))]
    # Certificates of Microsoft that name no product.
    assert bare == ["certificates.mcp"]


def test_every_family_that_a_requirement_asks_for_is_reached_by_products(taxonomy: Taxonomy) -> None:
    reached = {skill for one in taxonomy.skills for skill in taxonomy.implied_by(one)}
    concepts = {
        skill
        for requirement in taxonomy.requirements.values()
        if requirement.kind is RequirementKind.SKILLS
        for skill in requirement.any_of
        if taxonomy.skills[skill].kind == "concept"
    }
    assert sorted(concepts - reached) == []
