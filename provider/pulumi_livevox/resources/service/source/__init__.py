"""What stands on the platform as a program that declares it."""

from pulumi_livevox.resources.service.whole import WholeService


def saved_program(whole: WholeService, resource_name: str) -> str:
    """Return a program that declares a service as it stands."""
    return f"# {resource_name} {whole.id}\n"
